// Rooms as Sweet Home 3D finds them: the rings left free by the union of its walls, asked of its plan's controller.
import com.eteks.sweethome3d.io.DefaultUserPreferences;
import com.eteks.sweethome3d.model.Home;
import com.eteks.sweethome3d.model.Wall;
import com.eteks.sweethome3d.viewcontroller.PlanController;
import com.eteks.sweethome3d.viewcontroller.ViewFactory;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class SweetHome {
  private static final int RUNS = 5;
  private static final float MM_IN_CM = 10;
  private static final ViewFactory UNSEEN = (ViewFactory) unseen(ViewFactory.class);

  public static void main(String[] arguments) throws Exception {
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      String line = lines.nextLine();
      double best = Double.MAX_VALUE;
      List<Double> areas = List.of();
      for (int run = 0; run < RUNS; run++) {
        PlanController controller = new PlanController(home(line), new DefaultUserPreferences(), UNSEEN, null, null);
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        areas = rooms(controller);
        best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e6);
      }
      StringBuilder answer = new StringBuilder().append(best);
      areas.forEach(area -> answer.append(' ').append(area));
      System.out.println(answer);
    }
  }

  /** A view that is asked and told everything, and shows nothing. */
  private static Object unseen(Class<?> kind) {
    return Proxy.newProxyInstance(SweetHome.class.getClassLoader(), new Class<?>[] {kind}, (self, method, given) -> {
      Class<?> wanted = method.getReturnType();
      if (wanted.isInterface()) return unseen(wanted);
      return wanted == float.class ? (Object) 1f : wanted == boolean.class ? (Object) false : null;
    });
  }

  /** The home's walls, in centimetres; ends in the same place are joined, as drawing joins them. */
  private static Home home(String line) {
    Home home = new Home();
    String[] numbers = line.isBlank() ? new String[0] : line.trim().split(" ");
    List<Wall> walls = new ArrayList<>();
    for (int at = 0; at < numbers.length; at += 5) {
      float[] cm = new float[5];
      for (int part = 0; part < 5; part++) cm[part] = Float.parseFloat(numbers[at + part]) / MM_IN_CM;
      Wall wall = new Wall(cm[0], cm[1], cm[2], cm[3], cm[4], 260);
      walls.add(wall);
      home.addWall(wall);
    }
    for (Wall one : walls) for (Wall other : walls) if (one != other) join(one, other);
    return home;
  }

  private static void join(Wall one, Wall other) {
    boolean free = other.getWallAtStart() == null;
    if (one.getWallAtEnd() == null && free && one.getXEnd() == other.getXStart() && one.getYEnd() == other.getYStart()) {
      one.setWallAtEnd(other);
      other.setWallAtStart(one);
    }
  }

  private static List<Double> rooms(PlanController controller) throws Exception {
    Method paths = PlanController.class.getDeclaredMethod("getRoomPathsFromWalls");
    paths.setAccessible(true);
    List<double[][]> rings = new ArrayList<>();
    for (Object path : (List<?>) paths.invoke(controller)) rings.add(ring((GeneralPath) path));
    List<Double> areas = new ArrayList<>();
    double outermost = rings.stream().mapToDouble(SweetHome::enclosed).reduce(0, (a, b) -> Math.abs(a) > Math.abs(b) ? a : b);
    for (double[][] ring : rings) {
      double area = enclosed(ring);
      if (area * outermost < 0) areas.add(Math.abs(area) * MM_IN_CM * MM_IN_CM);
    }
    return areas;
  }

  private static double[][] ring(GeneralPath path) {
    List<double[]> points = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
      if (step.currentSegment(at) != PathIterator.SEG_CLOSE) points.add(new double[] {at[0], at[1]});
    }
    return points.toArray(new double[0][]);
  }

  /** Signed: a ring about a room runs the other way than one about walls. */
  private static double enclosed(double[][] ring) {
    double twice = 0;
    for (int at = 0; at < ring.length; at++) {
      double[] a = ring[at], b = ring[(at + 1) % ring.length];
      twice += a[0] * b[1] - b[0] * a[1];
    }
    return twice / 2;
  }
}
